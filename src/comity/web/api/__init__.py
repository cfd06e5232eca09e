"""The REST API, version 1."""

from fastapi import APIRouter

router = APIRouter(prefix="/api/v1")
